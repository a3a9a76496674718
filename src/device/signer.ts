/**
 * Who signs Claude Desktop and its agent helper, which lies in a folder of the user's: rules by path do not find it.
 * https://claude.com/docs/third-party/claude-desktop/installation
 */
export const signer = {
	/** Of Apple. */
	teamId: "Q6L2SF6YDW",
	signingId: "com.anthropic.claude-code",
	/**
	 * As AppLocker writes the subject `CN="Anthropic, PBC", O="Anthropic, PBC", L=San Francisco, S=California, C=US`.
	 * Not confirmed on a device.
	 */
	publisher: 'O="ANTHROPIC, PBC", L=SAN FRANCISCO, S=CALIFORNIA, C=US',
} as const;
