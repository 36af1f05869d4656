import { describeDeaths } from './deaths.ts';

describeDeaths({ rounds: 10, away: 30 });
