import assert from 'node:assert/strict';
import { test } from 'node:test';
import { golden, kept } from '../support/golden.js';
import { profiles } from '../support/profiles.js';

for (const [name, render] of Object.entries(profiles)) {
  test(`profile ${name} renders as it is kept; ./guildhall chart golden keeps it anew`, () => {
    assert.equal(golden(render()), kept(name));
  });
}
