import type { ExactText } from '../../derivation/node.js';
import type { LocalText } from '../../rulebook/schema/text.js';
import type { Stratum } from '../draw/stratum.js';
import type { SampleReading } from './sample-reading.js';

/**
 * Why a ballot does not count. `unreadable`: not sealed to this box, or no ballot inside. `not_offered`: an
 * answer or a comment the page cannot give. `required_missing`: a required question left out. `blank`:
 * nothing answered.
 */
export const INVALID_REASONS = ['unreadable', 'not_offered', 'required_missing', 'blank'] as const;
export type InvalidReason = (typeof INVALID_REASONS)[number];

export type StratumCount = {
  readonly stratum: Stratum;
  readonly population: number | null;
  readonly issued: number;
  readonly received: number;
  readonly valid: number;
};

/** One answer of a question; `count` null: too few to show, or shown it would tell such a one. */
export type CellCount = { readonly value: string; readonly title: LocalText; readonly count: number | null };
/** `answered` null: fewer than the limit answered at all, and nothing is shown. */
export type QuestionCount = {
  readonly questionId: string;
  readonly kind: 'scale' | 'single' | 'multiple';
  readonly title: LocalText;
  readonly answered: number | null;
  readonly cells: readonly CellCount[];
};

/** A share of 0 to 1: `rate` exact, the ends of its 95 % interval as decimals rounded outwards. */
export type RateEstimate = { readonly rate: ExactText; readonly low: ExactText; readonly high: ExactText };

/** What decides about a person is never hidden: valid and satisfied are the very numbers the engine reads. */
export type PersonCount = {
  readonly appraisalId: string;
  readonly valid: number;
  readonly satisfied: number;
  readonly ordinary: number;
  readonly assisted: number;
  /** Null without a valid ballot. */
  readonly estimate: RateEstimate | null;
  /** The rate weighted by population, where the rulebook asks for it and it can be made. */
  readonly weighted: RateEstimate | null;
  /** The other questions about this person. */
  readonly questions: readonly QuestionCount[];
};

/** What a person should look at before confirming a count. Nothing is dropped because of it. */
export type CountFlags = {
  /** Of the ballots with at least five scale answers: those with the same value on all of them. */
  readonly straightLining: { readonly of: number; readonly count: number; readonly raised: boolean };
  /** Of the answers whose time is known: those sent within 15 seconds of opening the page. */
  readonly speeding: { readonly of: number; readonly count: number; readonly raised: boolean };
  /** Hours with far more answers than the others. */
  readonly bursts: readonly { readonly day: string; readonly hour: number; readonly count: number }[];
};

/** The whole count of a campaign: plain data, the same for the same ballots in any order. */
export type CampaignCount = {
  readonly format: 'kaoji-count/1';
  readonly questionnaire: { readonly id: string; readonly version: string };
  /** Merkle root of the box that was counted. */
  readonly root: string;
  readonly received: number;
  readonly valid: number;
  readonly invalid: number;
  readonly invalidReasons: Readonly<Record<InvalidReason, number>>;
  readonly strata: readonly StratumCount[];
  /** Whether the valid ballots make a sample at all, by the rulebook. */
  readonly sample: SampleReading;
  /** Valid ballots staff filled in, and their share of all valid ones. */
  readonly assisted: { readonly valid: number; readonly share: ExactText | null };
  readonly response: {
    readonly issued: number;
    readonly ofIssued: ExactText | null; // received / issued
    readonly population: number | null;
    readonly ofPopulation: ExactText | null; // received / population
  };
  readonly people: readonly PersonCount[];
  readonly community: readonly QuestionCount[];
  /** `given` null: fewer than the limit, and none is shown. Their order says nothing about when they came. */
  readonly comments: { readonly given: number | null; readonly texts: readonly string[] };
  readonly suppression: { readonly cells: number; readonly comments: number };
  readonly flags: CountFlags;
};
