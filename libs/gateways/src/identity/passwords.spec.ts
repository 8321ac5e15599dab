import { describe, expect, it } from '@jest/globals';
import { createPasswords } from './passwords.js';

describe('createPasswords', () => {
  const passwords = createPasswords();

  it('keeps an argon2id hash that only the same password opens', async () => {
    const stored = await passwords.hash('correct horse');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await expect(passwords.verify(stored, 'correct horse')).resolves.toBe(true);
    await expect(passwords.verify(stored, 'correct Horse')).resolves.toBe(false);
  });

  it('salts: the same password is never stored twice alike', async () => {
    expect(await passwords.hash('same')).not.toBe(await passwords.hash('same'));
  });

  it('opens nothing with a stored text that is no hash', async () => {
    await expect(passwords.verify('plain', 'plain')).resolves.toBe(false);
  });

  it('refuses TOO_BUSY when too many wait', async () => {
    const narrow = createPasswords({ concurrent: 1, waiting: 0 });
    const first = narrow.hash('a');
    await expect(narrow.hash('b')).rejects.toMatchObject({ code: 'TOO_BUSY' });
    await first;
  });
});
