import { defineReaction } from '../reaction.ts';

/** The admins' cards show that he is in; he himself is told where he was known before. */
export const afterIdentityLinked = defineReaction({
  after: 'identity.linked',

  async run({ sql, eventId, tell, redraw }, { identityId }) {
    const [linked] = await sql<{ userId: string; isKnownElsewhere: boolean; admissionId: string | null }>({
      name: 'identity-linked',
      text: `SELECT i.user_id AS "userId", a.id AS "admissionId",
                    EXISTS (SELECT FROM identities o WHERE o.user_id = i.user_id AND o.id <> i.id) AS "isKnownElsewhere"
               FROM identities i LEFT JOIN admissions a
                 ON a.platform = i.platform AND a.workspace = i.workspace AND a.external_id = i.external_id
              WHERE i.id = $1`,
      values: [identityId],
    });
    if (linked?.admissionId) {
      await redraw({ subject: 'admission', subjectId: linked.admissionId });
    }
    if (linked?.isKnownElsewhere) {
      const { userId } = linked;
      await tell({ effectKey: `linked:${eventId}`, to: userId, notice: 'identityLinked', subject: { identityId } });
    }
  },
});
