import type { WorkstreamComparison } from '../comparison.ts';
import type { ViewBlock } from '../view.ts';
import { bridgeBlocks } from './bridges.ts';
import { rateBlocks } from './rates.ts';
import { signalBlocks } from './signals.ts';

/** Returns why figures changed: the bridges, where changes of rates come from, and what history says of them. */
export function whyBlocks({
  bridges,
  figures,
  rates,
  signals,
  headlines,
}: WorkstreamComparison): ViewBlock[] {
  const known = new Map(figures.map((one) => [one.id, one]));
  return [
    ...bridgeBlocks(bridges),
    ...rateBlocks(rates, known, headlines),
    ...signalBlocks(signals, known, headlines),
  ];
}
