/** The comment is the longest field: 500 characters are 4,500 bytes urlencoded; the rest is for the people. */
export const BODY_LIMIT_BYTES = 64 * 1024;
