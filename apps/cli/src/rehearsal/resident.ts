/** What one simulated resident says: an overall mark and one per person they know, each 1 to 5. */
export type Ballot = { readonly overall: number; readonly workers: Readonly<Record<string, number>> };

/**
 * Opens the link as a browser without JavaScript would, reads which people are asked about, answers and
 * follows the redirect. Gives true when the page said thank you.
 */
export async function answerByPage(link: string, ballot: Ballot): Promise<boolean> {
  const page = await fetch(link);
  if (page.status !== 200) throw new Error(`survey page answered ${page.status}`);
  const html = await page.text();
  const asked = new Set([...html.matchAll(/name="worker\.([^"]+)"/g)].map((match) => match[1] as string));
  const form = new URLSearchParams({ overall: String(ballot.overall) });
  for (const [appraisalId, value] of Object.entries(ballot.workers)) {
    if (asked.has(appraisalId)) form.set(`worker.${appraisalId}`, String(value));
  }
  const answer = await fetch(link, { method: 'POST', body: form, redirect: 'manual' });
  await answer.arrayBuffer();
  return answer.status === 303;
}
