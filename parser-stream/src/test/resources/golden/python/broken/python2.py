print "two", value
exec "code" in scope
raise ValueError, "text"


def old(a, (b, c)):
    try:
        pass
    except ValueError, error:
        print >>stream, error
    return `a`
