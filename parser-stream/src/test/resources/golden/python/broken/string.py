def unclosed():
    text = "never closed
    return text


def after():
    return call()
