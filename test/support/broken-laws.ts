/** Names of the laws that a variant breaks, each of which throws where it is broken. */
export function brokenLaws<Arguments extends readonly unknown[]>(
	laws: Readonly<Record<string, (...given: Arguments) => void>>,
	...given: Arguments
): string[] {
	return Object.entries(laws).flatMap(([name, law]) => {
		try {
			law(...given);
			return [];
		} catch {
			return [name];
		}
	});
}
