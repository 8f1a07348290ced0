/** The ids of everybody in a team and the teams below it, as SQL over the team's id. */
export const peopleBelow = (team: string) => `ARRAY(
    WITH RECURSIVE below AS (SELECT ${team}::uuid AS id UNION SELECT t.id FROM teams t JOIN below b ON t.parent_id = b.id)
    SELECT u.id FROM users u JOIN below b ON b.id = u.team_id)`;
