import { describeDeaths } from '#tests/faults/deaths.ts';

describeDeaths({ rounds: 1, away: 3 });
