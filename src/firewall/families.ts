/** Families of addresses, which products keep apart. */
export const families = [4, 6] as const;
export type Family = (typeof families)[number];

export function familyOf(address: string): Family {
	return address.includes(":") ? 6 : 4;
}

/** Addresses or networks of one family. */
export function ofFamily(addresses: readonly string[], family: Family): string[] {
	return addresses.filter((address) => familyOf(address) === family);
}
