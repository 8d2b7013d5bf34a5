def user(request, id):
    return id


class Items:
    pass
