/** The folder beside those of several deployments for what they need together; no deployment may have its name. */
export const sharedFolder = "perimeter";
