import { expect, it } from 'vitest';
import { roadOf } from './road.ts';

const at = new Date('2026-11-20T12:00:00Z');
const entry = (step: Parameters<typeof roadOf>[1][number]['step']) => ({
  step,
  reachedAt: at,
  note: '',
});

it('shows what was walked, where it is now and what is ahead', () => {
  const road = roadOf({ state: 'publicada', step: 'en_propuesta' }, [
    entry('idea'),
    entry('revisada'),
    entry('en_propuesta'),
  ]);
  expect(road.map((part) => part.state)).toEqual([
    'done',
    'done',
    'now',
    'next',
    'next',
    'next',
    'next',
  ]);
  expect(road[2]!.at).toEqual(at);
});

it('ends in a stop where it was stopped', () => {
  const road = roadOf({ state: 'rechazada', step: 'idea' }, [entry('idea')]);
  expect(road.map((part) => [part.step, part.state])).toEqual([
    ['idea', 'done'],
    ['revisada', 'stop'],
  ]);
});

it('is wholly walked once fulfilled', () => {
  expect(
    roadOf({ state: 'publicada', step: 'cumplida' }, []).every((part) => part.state === 'done'),
  ).toBe(true);
});
