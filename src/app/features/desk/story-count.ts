/** "1,250", as the paper writes numbers. */
export function number(count: number): string {
  return count.toLocaleString('en-GB');
}

/** "1 story", "1,250 stories". */
export function storyCount(count: number): string {
  return `${number(count)} ${count === 1 ? 'story' : 'stories'}`;
}
