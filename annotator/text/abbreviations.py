"""Words that end in a point without ending a sentence."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


BEFORE_A_NAME = _words(
    """
    adm amb atty brig capt cdr cmdr col comdr cpl dr drs fr gen gov hon insp lt maj messrs mgr mlle
    mme mr mrs ms msgr mt mx ofc pfc pres prof pvt rep reps rev sec sen sens sgt sr sra supt
    treas hr dipl ing mag frl
    """
)
"""Titles, when written with a capital: a name follows, so no sentence ever ends here."""

BEFORE_A_NUMBER = _words(
    """
    abb abs art bd ca chap ch eq fig figs jan feb mar apr jun jul aug sep sept oct nov dec no nos nr
    p par pp sect tab v vol vols
    """
)
"""No sentence ends here where a digit follows; otherwise these are words like others."""

WITHIN = _words(
    """
    al approx assn asst ave blvd bros bzw cf co corp cos dept dist ed eds esp est etc ext govt hwy
    inc intl jr ltd max min mio mrd mwst natl pty rd rs sog st ste tel univ usw viz vs w.r.t z.b
    """
)
"""A sentence ends here only where the next word is one that sentences begin with."""

NEVER_LAST = _words("e.g i.e eg ie cf viz vs approx bzw sog ca z.b d.h u.a")
"""What follows always belongs to them."""

BEGINNERS = _words(
    """
    a after all although an and another any as at because before both but by despite
    during each earlier even every few following for from further he her here his how however i if
    in instead it it's its last later many meanwhile more moreover most my next no nor not now of on
    once one only or others our people several she since so some still such that that's the their
    then there there's these they they're this those though three through thus to today two under
    unless until we what when where whether which while who why with without yet you your
    der die das ein eine er sie es wir und aber im in auf bei mit nach wenn dies diese
    le la les un une il elle ils elles et mais dans ce cette ces
    """
)
"""Words that begin a sentence far more often than they follow an abbreviation as a name."""

REPORTING = _words(
    """
    added adds admitted admits announced announces argued argues asked asks believes called cried
    claimed claims commented concluded confirmed continued declared demanded explained
    explains insisted joked noted notes pleaded quipped quoted remarked repeated replied replies
    responded responds said says shouted stated states told tells tweeted urged warned warns
    whispered wondered wonders wrote writes
    """
)
"""Verbs that tie what is said to who says it."""
