import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asShown, shownIn, unfolded } from './as-shown.ts';

const ROOM_BYTES = 900;
const bytesOf = (text: string) => Buffer.byteLength(JSON.stringify(text));

describe('what a form says it showed (R36)', () => {
  it('is all of it where there is room', () => {
    expect(shownIn(asShown({ name: '华星电子', phone: '13800138000', unseen: ['phone'], was: 'x' }))).toEqual({
      name: '华星电子',
      phone: '13800138000',
    });
  });

  it('holds a long text by its fingerprint, which the same text unfolds', () => {
    const note = '很长的记录'.repeat(200);
    const was = asShown({ note, name: '华星电子' });
    expect(shownIn(was).note).not.toBe(note);
    expect(unfolded(was, { note })).toEqual({ note, name: '华星电子' });
    expect(unfolded(was, { note: `${note}。` }).note).not.toBe(note);
  });

  it('leaves out some of very many, and none that is short', () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`field_${n}`, `${n}`.padStart(n, '值')]));
    const shown = shownIn(asShown(many));
    expect(shown).toMatchObject({ field_0: '0', field_1: '1' });
    expect(Object.keys(shown).length).toBeGreaterThan(15);
    expect(Object.keys(shown).length).toBeLessThan(60);
    expect(unfolded(asShown(many), {}, many)).toEqual(many);
  });

  it('always fits into a button, and says of no field what it did not hold', () => {
    const held = fc.dictionary(fc.string({ maxLength: 12 }), fc.string({ maxLength: 400, unit: 'grapheme' }), {
      maxKeys: 40,
    });
    fc.assert(
      fc.property(held, (shown) => {
        const was = asShown(shown);
        expect(bytesOf(was)).toBeLessThanOrEqual(ROOM_BYTES);
        for (const [name, value] of Object.entries(unfolded(was, shown))) {
          expect(value).toBe(shown[name]);
        }
      }),
    );
  });
});
