"""Taking money: what is offered, what is asked, how it settles, and its void."""
