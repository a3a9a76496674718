/** What is made of an object, made the first time that it is asked for and kept for as long as the object is there. */
export function oncePer<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
	const before = new WeakMap<Of, { readonly made: Made }>();
	return (of) => {
		const known = before.get(of) ?? { made: make(of) };
		before.set(of, known);
		return known.made;
	};
}
