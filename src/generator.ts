/** Name and version of what wrote a bundle. */
export const generator = "pulumi-cowork 0.1.0";
