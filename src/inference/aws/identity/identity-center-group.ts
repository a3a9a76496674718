/**
 * Whether a group of Identity Center is given by its id, which no one gives as a display name.
 * https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_Group.html
 */
export function isIdentityCenterGroupId(text: string): boolean {
	return /^([0-9a-f]{10}-)?[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}$/.test(text);
}
