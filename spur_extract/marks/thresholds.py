"""Every limit that reading marks knows, with the why. Lengths in points unless said otherwise."""

SMALLEST_CELL = 3.0
"""Below this a drawing is a speck or a bullet, not a box for a mark."""

LARGEST_CELL = 22.0
"""Above this a drawing is a table cell or a shaded row; boxes are about as high as a line."""

LARGEST_EMBLEM = 45.0
"""What is drawn round a letter by hand may be wider than a box, but not as wide as a sentence."""

LONGEST_SIDES_RATIO = 2.2
"""A cell is near square; hand-drawn ticks are wider than high, seldom more than this."""

TOUCHING = 0.6
"""Lines that form one box meet up to their own thickness."""

THIN = 1.6
"""Rules and strikes are no thicker."""

THICKEST_RULE = 3.0
"""A frame's rules may be thicker than a table's."""

MOST_FRAME_RULES = 200
"""Rules of one look on a page: above this they are a table's, not frames round options."""

SHORTEST_RULE = 20.0
"""A shorter line parts no rows."""

MOST_DRAWINGS = 4000
"""Small drawings on a page that is worth reading: above this it is a picture made of paths."""

LARGEST_BAND_GROWTH = 0.8
"""How far, in em, a row reaches beyond its text without a rule to tell."""

LARGEST_RULED_GROWTH = 1.6
"""The same where a rule bounds the row: cells with much space in them."""

INSIDE = 0.65
"""Share of a mark's height that has to lie in one row to belong to it."""

TOUCHED = 0.2
"""Share of its height from which a mark that belongs to no row leaves a row in doubt."""

HELD = 0.8
"""Share of a letter that a ring or square has to hold to be round it."""

NEAR_LETTER = 25.0
"""How far beside its letter a ring still stands for the row, if it stands for no other."""

ROW_HIGH = 2.0
"""Heights of a row that what marks it may have: more is a panel behind several rows."""

LONGEST_PEN = 150.0
"""A hand's stroke over a box is no longer; what is longer frames or crosses out a table."""

GRAZED = 0.1
"""Share of a letter from which a ring that is not round it leaves the row in doubt."""

SAME_COLUMN = 6.0
"""Cells whose middles lie within this stand in one column: columns are at least a box apart."""

STRAY_STATEMENTS = 0.15
"""A column with less than this share of the fullest column's cells is none: its cells are stray.
Low, since in a form without boxes few statements may be marked in one of two columns."""

STRAY_OPTIONS = 0.3
"""The same for options, where every column has a mark in every group."""

FULL_ROWS = 0.8
"""Share of rows with a cell in every column from which columns may be counted from the left: in a
form without boxes far fewer have, and its cells tell nothing by their number."""

INK = 0.05
"""Darkness from which a spot is ink: frames may be pale grey."""

FRAMED_SHARE = 0.7
"""Share of each side that ink covers in a frame: a circle covers 0.87 of it, a cross 0.5."""

EMPTY_INSIDE = 0.03
"""Mean darkness of the inner quarter of an empty frame, with room for a hairline."""

EVEN = 0.12
"""Range of darkness within a fill of one colour."""

FULL_TONE = 0.45
"""Mean darkness of a fill that is a mark by itself; a paler one is judged by comparison only."""

PALE_SIGN = 0.25
"""Darkness up to which a sign is pale: printed to be written over, or not meant to be seen."""

CONTRAST = 0.2
"""How much darker than the ground a spot of a cross or tick is."""

SIGN_SHARE = 0.06
"""Share of the inner quarter that a cross or tick covers at least."""

TONE_GAP = 0.1
"""Difference of mean darkness between two looks that are told apart by it."""

PICTURE_GAP = 0.06
"""The same between pictures, where noise stays within a few grey levels (0.02)."""

SAME_COLOUR = 0.03
"""Fills whose channels differ less are one colour (colour spaces round)."""

BOLD = 0.9
"""Share of a row's characters that are bold in a row set in bold."""

NOT_BOLD = 0.1

STRIKE_FROM, STRIKE_TO = 0.3, 0.75
"""Where in the height of a line a strike runs; an underline runs lower."""

UNDERLINE_TO = 1.15
"""Down to where in that height, and below it, an underline runs; a rule between rows is lower."""

STRUCK = 0.6
"""Share of a row's text width that is struck in a struck row."""

DECORATED_LINES = 3
"""Plain lines outside the options that bear a colour from which it is the table's, not a mark's."""

SAME_ROW_GROUPS = 4
"""From so many groups that all have their first row emphasised it is rather a header's look."""

FEWEST_ANSWERS = 4
"""Statements with a word beside them from which the words are answers."""

MOST_ANSWERS = 4
"""Different words that answers may be: more are comments."""

LONGEST_ANSWER = 14
"""Characters of a word, or two, that may be an answer."""

FEWEST_BARE_MARKS = 2
"""Marks without boxes that make a column in which a missing mark means open."""

EM = 9.0
"""Size of text that does not tell its size."""
