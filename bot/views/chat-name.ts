/** A platform as people write its name; the product knows platforms by what they call themselves. */
export function chatName(platform: string): string {
  return platform.charAt(0).toUpperCase() + platform.slice(1);
}
