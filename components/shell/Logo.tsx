/** The mark of Galley: a G set in ink, underlined by a checker's pencil. Decorative; name it where it is a link. */
export function Logo({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="7" className="fill-ink forced-colors:fill-[CanvasText]" />
      <path d={letter} className="fill-paper forced-colors:fill-[Canvas]" />
      <rect
        x="9"
        y="24.6"
        width="14"
        height="1.9"
        rx="0.95"
        className="fill-[light-dark(#f0b35c,#b45309)] forced-colors:fill-[Canvas]"
      />
    </svg>
  );
}

const letter =
  'M16.7 21.6Q15 21.6 13.6 21.1Q12.3 20.6 11.3 19.6Q10.3 18.6 9.7 17.2Q9.2 15.8 9.2 14Q9.2 12.2 9.7 10.8Q10.3 9.3 11.3 8.3Q12.3 7.3 13.7 6.7Q15.1 6.2 16.9 6.2Q17.7 6.2 18.4 6.3Q19.1 6.4 19.8 6.6Q20.5 6.9 21.2 7.2L21.3 10.6H19.8L19 7.1L20.4 7.5L20.4 8.6Q19.6 7.9 18.8 7.6Q18.1 7.3 17.2 7.3Q15.9 7.3 14.9 8.1Q13.8 8.8 13.2 10.2Q12.5 11.7 12.5 13.9Q12.5 16.1 13.2 17.5Q13.8 19 14.8 19.7Q15.9 20.5 17.2 20.5Q18 20.5 18.6 20.3Q19.2 20.1 20 19.7L18.6 20.9V19.3Q18.6 18 18.6 16.7Q18.6 15.4 18.5 14.1H21.6Q21.6 15.4 21.6 16.7Q21.6 18 21.6 19.4V20.3Q20.5 21 19.3 21.3Q18.1 21.6 16.7 21.6ZM16.5 15.1V14.1H22.8V15.1L20.3 15.4H19.2Z';
