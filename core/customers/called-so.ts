/** SQL: a name that begins with the words in $1, or holds them at the beginning of a word. */
export const calledSo = (name: string): string =>
  `(starts_with(lower(${name}), lower($1)) OR position(' ' || lower($1) IN lower(${name})) > 0)`;

/** Of one name so many are looked at before it is asked which of them the actor may see. */
const MOST_LOOKED_AT = 2000;

/** SQL: the people at customers who are called as $1 says, of the customers in $2 unless that is null, each as `p` with his customer `c`. */
export const CONTACTS_CALLED_SO = `FROM parley_contacts_called($1, $2, ${MOST_LOOKED_AT}) AS called (id)
              JOIN seen.contacts p ON p.id = called.id JOIN seen.customers c ON c.id = p.customer_id`;
