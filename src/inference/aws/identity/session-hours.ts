/** What the documentation recommends, so that the app need not ask people to sign in again during the day. */
export const sessionHours = { least: 8, most: 12 } as const;

/** AWS's limit for a role's session: 43200 seconds. */
export const maximumOidcHours = 12;

/** Hours of a session where nothing is said; AWS itself would take one. */
export const defaultSessionHours = 8;
