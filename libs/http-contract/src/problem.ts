import { z } from 'zod';

/** What is wrong where: a field of the request, or a cell of an imported file. */
export const problemFaultSchema = z.object({
  path: z.string(),
  message: z.string(),
  messageZh: z.string().optional(),
  code: z.string().optional(),
  row: z.int().optional(), // 1-based, as a spreadsheet counts; the header is row 1
  column: z.string().optional(),
  line: z.int().optional(), // of a rulebook
  clause: z.string().nullable().optional(),
});
export type ProblemFault = z.infer<typeof problemFaultSchema>;

/** RFC 9457 `application/problem+json`. */
export const problemSchema = z.object({
  type: z.string(), // /api/problems/<CODE>: a page that says what to do
  title: z.string(),
  titleZh: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string(),
  errors: z.array(problemFaultSchema).optional(),
});
export type ProblemDocument = z.infer<typeof problemSchema>;
export const PROBLEM_MEDIA_TYPE = 'application/problem+json';
export const problemPath = (code: string): string => `/api/problems/${code}`;
