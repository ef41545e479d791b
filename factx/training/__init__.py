"""The recipe that made the weights of ``en_news``. Needs the extra ``factx[train]``."""
