/** Anthropic's form for first use, filled in. */
export const useCase = {
	companyName: "Example Corp",
	companyWebsite: "https://example.com",
	intendedUsers: "0",
	industryOption: "Energy",
	useCases: "drafting and research",
};
