/** An object with exactly one of the members of `Blocks`. */
export type ExactlyOne<Blocks> = {
	[Name in keyof Blocks]-?: { readonly [Given in Name]: NonNullable<Blocks[Given]> } & {
		readonly [Other in Exclude<keyof Blocks, Name>]?: never;
	};
}[keyof Blocks];
