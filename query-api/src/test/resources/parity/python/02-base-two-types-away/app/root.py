class Root:
    def save(self):
        return None
