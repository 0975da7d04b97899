"""What the rule templates are called and where they come from, so that each language can say it.

The templates lie as files in the cupboard (resources/rules); a file cannot mark its sentences for
translation, so they stand here once more, and a test holds both together.
"""

from translations.marks import N_

TEMPLATE_WORDS: tuple[str, ...] = (
    N_("A place to begin"),
    N_(
        "The usual beginning of a Lao group: about 70 % of the profit goes to the "
        "members, the rest to the reserve until the group has decided. Check every figure"
        " with your own rules."
    ),
    N_("Family development fund, as in Pakhon"),
    N_(
        "Reports on the family development fund of Pakhon, Khammouane (2018 to 2020): "
        "least monthly saving, passbook, emergency loans without interest, rice loans up "
        "to ten times the savings, interest on savings, no dividend. The other figures "
        "are examples. Check every figure with your own rules."
    ),
    N_("Network of the Lao Women's Union"),
    N_(
        "Founding report of the savings groups' network (2009): welfare contribution, "
        "five purposes, four funds out of the profit, advisers 2 to 3 %, study visits 3 "
        "to 5 %, one part of 5 to 10 %. The other percents are examples. Check every "
        "figure with your own rules."
    ),
    N_("Seventy percent to the members"),
    N_(
        "A study of Lao savings groups (2015): about 70 % of the profit is paid once a "
        "year by savings. The split of the other 30 % is often quoted and nowhere written"
        " down. Check every figure with your own rules."
    ),
    N_("Revolving fund, as in Xamtay"),
    N_(
        "Report on the self-help groups of Xamtay, Houaphan (2021): seed money that "
        "revolves, 0.5 % a month, everything repaid once after a year. The profit stays "
        "in the fund. Check every figure with your own rules."
    ),
    N_("Truth savings, as in Trat (baht)"),
    N_(
        "Newspaper report on the savings groups of Trat, Thailand (2015): 10 to 500 baht "
        "a month, three to five guarantors, 1 to 2 % a month, half of the profit to the "
        "members and half to welfare. Check every figure with your own rules."
    ),
    N_("Mettatham welfare, as in Trat (baht)"),
    N_(
        "A welfare fund of Trat, Thailand, written down by one of its people (2005): one "
        "baht a day, benefits after 180 days, 500 baht for a birth, 100 baht for each of "
        "at most 20 nights in hospital and 2,000 baht a year, a pension from 60 years of "
        "age by years of saving. The other figures are examples. Check every figure with "
        "your own rules."
    ),
    N_("Sub-district welfare, as in Sap Anan (baht)"),
    N_(
        "Public welfare program of Sap Anan, Thailand (2006): entry 20 baht, 365 baht a "
        "year, neither given back, benefits for whoever has been a full member for a "
        "year, the year from October. The amounts of the benefits are examples. Check "
        "every figure with your own rules."
    ),
    N_("Savings in shares, as in Khlong Sam Phraek (baht)"),
    N_(
        "Forms of the savings group of Khlong Sam Phraek, Thailand: 1 to 20 shares of 50 "
        "baht a month, entry fee 20 baht. The split is that of a published share program:"
        " two parts of the profit first, the rest is dividend. Check every figure with "
        "your own rules."
    ),
    N_("Sixty, thirty and ten, as in Sambou Krabao Chrum (riel)"),
    N_(
        "Report on the savings groups of Sambou Krabao Chrum, Cambodia: 5,000 riel a "
        "month; 60 % to the members, 30 % to the group's capital and social work, 10 % "
        "for administration. Check every figure with your own rules."
    ),
    N_("Rates that have come down, as in Ratanak Samaki (riel)"),
    N_(
        "Report on the association Ratanak Samaki, Cambodia (2011): 3 % a month until the"
        " members asked for 2.5 %, nine elected members and two village chiefs as "
        "advisers, a fee of 5,000 riel for each loan to people outside. The split is an "
        "example. Check every figure with your own rules."
    ),
    N_("Shares by months, as in the Wing 5 co-operative (satang)"),
    N_(
        "Published example of the Wing 5 savings co-operative, Thailand: year from "
        "October to September, a deposit earns from the next month, 7 % a year, 5 % of "
        "the interest back to borrowers, every amount to the satang. Check every figure "
        "with your own rules."
    ),
    N_("Dividend by the day (baht)"),
    N_(
        "Dividend calculator of the H.H. savings co-operative, Thailand: every balance "
        "counts for the days it stood there, 365 to the year, 366 in a leap year. The "
        "rate is an example. Check every figure with your own rules."
    ),
    N_("Nothing is shared out, as in Phnom Den (riel)"),
    N_(
        "Report on the savings group of Phnom Den, Cambodia (2013): shares of 5,000 to "
        "10,000 riel; all agreed to leave the whole profit in the group. Check every "
        "figure with your own rules."
    ),
    N_("Everything is shared out by shares"),
    N_(
        "The published method of village savings and loan associations: 1 to 5 shares at "
        "each meeting, the whole profit shared out by shares after twelve months, the "
        "social fund kept apart. Check every figure with your own rules."
    ),
    N_("Village fund 70, 15, 10, 3 and 2"),
    N_(
        "A published dividend calculator of a Thai village fund, with its last two parts "
        "read as 3 % and 2 %: as it was written it shares out 148 % of the profit. Check "
        "every figure with your own rules."
    ),
)
"""The title and the source of every template, in the order of the files."""
