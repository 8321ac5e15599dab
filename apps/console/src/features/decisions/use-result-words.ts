import { useGradeWords } from '../../parts/grades.js';

const WITHOUT_GRADE = ['comment_only', 'ungraded', 'held', 'undecided'] as const;

/** A result as the service codes it in lists: a grade, or why there is none. */
export function useResultWords(): (result: string) => string {
  const words = useGradeWords();
  return (result) => {
    const status = WITHOUT_GRADE.find((one) => one === result);
    return status === undefined ? words({ status: 'graded', grade: result }) : words({ status, grade: null });
  };
}
