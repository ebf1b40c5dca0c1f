"""The organisation of the office as it is kept: posts in their order, each changed as a new row."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, func, select, update

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.incidents.organisation.post import USUAL_POSTS, Post, PostFacts, PostGroup, checked_post
from app.incidents.organisation.refusals import OrganisationWritten, PostChangedMeanwhile
from app.incidents.tables import office_post
from app.store.rows import insert_row
from app.store.store import Store

MOVED, TOOK_OFF = "move_post", "take_off_post"


class Organisation:
    """Every act needs MANAGE_PLANS."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def posts(self) -> tuple[Post, ...]:
        """The posts in use: the command group, the teams, then the reporting line from below upwards."""
        with self._store.reading() as connection:
            return read_posts(connection)

    def begin_with_the_usual(self, by: Actor) -> None:
        """Lay the usual posts, with nobody in them. Raises NotPermitted, OrganisationWritten."""
        by.require(Permission.MANAGE_PLANS)
        with self._store.transaction() as connection:
            held = len(read_posts(connection))
            if held:
                raise OrganisationWritten(held)
            for place, facts in enumerate(USUAL_POSTS):
                self._insert(connection, by, facts, place)

    def add(self, by: Actor, facts: PostFacts) -> int:
        """Add a post at the end of its group; its id. Raises NotPermitted, PostNeedsName, CallNumberUnreadable."""
        by.require(Permission.MANAGE_PLANS)
        checked = checked_post(facts)
        with self._store.transaction() as connection:
            last: int | None = connection.execute(select(func.max(office_post.c.position))).scalar()
            return self._insert(connection, by, checked, (last or 0) + 1)

    def change(self, by: Actor, post_id: int, facts: PostFacts) -> int:
        """Write a post anew where it stands; the id of the new row.

        Raises NotPermitted, PostNeedsName, CallNumberUnreadable, PostChangedMeanwhile.
        """
        by.require(Permission.MANAGE_PLANS)
        checked = checked_post(facts)
        with self._store.transaction() as connection:
            place = self._retire(connection, post_id)
            return self._insert(connection, by, checked, place)

    def take_off(self, by: Actor, post_id: int) -> None:
        """There is no such post any more. Raises NotPermitted, PostChangedMeanwhile."""
        by.require(Permission.MANAGE_PLANS)
        with self._store.transaction() as connection:
            self._retire(connection, post_id)
            audit.record(connection, TOOK_OFF, str(post_id), {}, self._clock.now(), by.id)

    def move(self, by: Actor, post_id: int, places: int) -> None:
        """Put a post before or after its neighbour of the same group (-1 or 1); at the end nothing happens.

        Raises NotPermitted, PostChangedMeanwhile.
        """
        by.require(Permission.MANAGE_PLANS)
        with self._store.transaction() as connection:
            posts = read_posts(connection)
            moved = next((post for post in posts if post.id == post_id), None)
            if moved is None:
                raise PostChangedMeanwhile
            group = [post.id for post in posts if post.facts.group is moved.facts.group]
            here = group.index(post_id)
            if 0 <= here + places < len(group):
                self._swap(connection, by, post_id, group[here + places])

    def _swap(self, connection: Connection, by: Actor, one: int, other: int) -> None:
        places = select(office_post.c.id, office_post.c.position).where(office_post.c.id.in_([one, other]))
        held = {row.id: row.position for row in connection.execute(places)}
        for post_id, place in ((one, held[other]), (other, held[one])):
            connection.execute(update(office_post).where(office_post.c.id == post_id).values(position=place))
        audit.record(connection, MOVED, str(one), {"past": other}, self._clock.now(), by.id)

    def _retire(self, connection: Connection, post_id: int) -> int:
        """Take a post out of use; its place. Raises PostChangedMeanwhile."""
        row = connection.execute(
            select(office_post.c.position).where(office_post.c.id == post_id, office_post.c.retired_at.is_(None))
        ).first()
        if row is None:
            raise PostChangedMeanwhile
        gone = update(office_post).where(office_post.c.id == post_id).values(retired_at=self._now())
        connection.execute(gone)
        return int(row.position)

    def _insert(self, connection: Connection, by: Actor, facts: PostFacts, place: int) -> int:
        return insert_row(
            connection,
            office_post,
            group=facts.group.value,
            post=facts.post,
            person=facts.person,
            phone=facts.phone,
            deputy=facts.deputy,
            deputy_phone=facts.deputy_phone,
            position=place,
            retired_at=None,
            at=self._now(),
            by=by.id,
        )

    def _now(self) -> datetime:
        return self._clock.now()


def read_posts(connection: Connection) -> tuple[Post, ...]:
    """The posts in use, group by group."""
    rows = select(office_post).where(office_post.c.retired_at.is_(None)).order_by(office_post.c.position)
    posts = [
        Post(
            row.id,
            PostFacts(PostGroup(row.group), row.post, row.person, row.phone, row.deputy, row.deputy_phone),
        )
        for row in connection.execute(rows)
    ]
    order = list(PostGroup)
    return tuple(sorted(posts, key=lambda post: order.index(post.facts.group)))
