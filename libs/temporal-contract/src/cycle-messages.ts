import { defineQuery, defineSignal } from '@temporalio/workflow';

export type CycleInput = {
  readonly cycleId: string;
  readonly cycleKey: string;
  /** Carried from one run of the flow to the next (continue-as-new); absent in the first. */
  readonly carried?: { readonly unitIds: readonly string[]; readonly finishedUnits: readonly string[] };
};
export type CycleState = { readonly units: number; readonly finished: number };
export type CycleResult = { readonly units: number };

/** A unit's results are notified; sent once per unit, counted once. */
export const unitFinishedSignal = defineSignal<[{ readonly unitId: string }]>('unitFinished');
export const cycleStateQuery = defineQuery<CycleState>('state');

export type CycleActivities = {
  /** Starts one workflow per unit and per survey campaign; repeatable. */
  startUnits(input: {
    readonly cycleId: string;
    readonly cycleKey: string;
  }): Promise<{ readonly unitIds: readonly string[] }>;
  /** Marks the cycle closed once every unit has finished. */
  closeCycle(input: { readonly cycleId: string }): Promise<void>;
};
