"""All the acts there are, by the side of the house on which they are done."""

from __future__ import annotations

from tests.stories.kill.use_cases import charging_acts, counter_acts, desk_acts, house_acts
from tests.stories.kill.use_cases.life import Act

SIDES = (counter_acts.ACTS, charging_acts.ACTS, house_acts.ACTS, desk_acts.ACTS)
ALL_ACTS: tuple[Act, ...] = tuple(act for acts in SIDES for act in acts)
