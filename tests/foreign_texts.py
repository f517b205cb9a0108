"""Texts that belong to no report, as they end up in dumps: letters, signatures, other pages."""

LETTER = """Hej Gunilla!

Här kommer rapporten från besöket i våras, med ursäkt för att det har dröjt.
Vi tackar för det fina mottagandet och för lunchen. Hör gärna av dig om något är
oklart, så tar vi det på telefon.

Handlingsplanen vill vi ha senast om åtta veckor. Den skickas till kansliet.

Med vänliga hälsningar

Torsten Granlöf
Samordnare, kansliet
Box 738, 114 20 Åkersberga
Tel: 08-555 010 22
torsten.granlof@kansli.example
"""

SIGNATURE = """Med vänlig hälsning

Berit Ahlmark
Enhetschef
Medicinkliniken, Norrhamns sjukhus
Telefon: 0999-120 45
"""

SIGNATURE_WITHOUT_PHRASE = """--
Berit Ahlmark
Enhetschef
Medicinkliniken, Norrhamns sjukhus
berit.ahlmark@region.example
"""

MAIL = """Från: Ahlmark Berit
Skickat: den 4 mars 2024 16:12
Till: Registrator
Ämne: VB: rapport

Kan du diarieföra denna? Ärendet är detsamma som förra gången.

Mvh
Berit
"""

OTHER_PAGE = """Protokoll från arbetsplatsträff 12 februari

Närvarande: samtliga utom nattpersonalen, som hade sin egen träff dagen före. Mötet
leddes av avdelningschefen och protokollet justerades av två deltagare på plats.

1. Föregående protokoll gicks igenom och lades till handlingarna utan ändringar.

2. Kaffemaskinen på plan fyra är trasig igen. Vaktmästaren har beställt en ny, som
väntas komma före sommaren. Till dess hänvisas till caféet i entrén.

3. Semesterlistan ska vara ifylld före månadens slut. Önskemål som lämnas senare kan
inte räknas med, eftersom bemanningen måste gå ihop.

Nästa träff hålls i mars. Kallelse kommer per e-post en vecka före.
"""

ALL = {
    "letter": LETTER,
    "signature": SIGNATURE,
    "signature without phrase": SIGNATURE_WITHOUT_PHRASE,
    "mail": MAIL,
    "other page": OTHER_PAGE,
}
