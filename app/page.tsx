import { redirect } from 'next/navigation';

/** The bare address leads to the articles; whoever is not signed in is sent on from there. */
export default function HomePage() {
  redirect('/articles');
}
