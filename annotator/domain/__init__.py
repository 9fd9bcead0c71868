"""The words of the program: frozen records and the rules between them.

| word | meaning | avoid |
| --- | --- | --- |
| Article | one news text with its title, outlet, date | document, file, example |
| Structure | what a stretch of an article is in its layout: headline, list item, markup | block |
| Span | half-open range of code points in an article | selection (that is Qt's), offset pair |
| Annotation | one or more fragments with a label, by one annotator | tag, code, mark |
| Label | a kind of annotation in the scheme: claim, source, sentiment | category, class, code |
| ArticleLabel | a label on a whole article: its genre, its tone | metadata |
| Relation | a directed pair of annotations: claim *attributed to* source | link, edge, arrow |
| Frame | who says what, with which words: a claim or quote and all that belongs to it | |
| Flag | a passage, annotation or article put before an editor | issue, ticket |
| Message | one turn of a flag's conversation | comment |
| Suggestion | words that an engine would label, open until somebody decides | prediction |
| SuggestedLink | the relation that a suggestion would bring along | |
| Assignment | an article that somebody is to do, at a place of their queue | task, job |
| Decision | what an editor settled where annotators agreed or differed | resolution |
| Side | what one annotator had where a decision was made | |
| Comparison | what some annotators said of an article, case by case | |
| Case | one thing that at least one annotator said, and what each said of it | |
| LinkBetween | a relation between two cases of a comparison | |
| FarLink | a relation between a case and something in another article | |
| FarEnd | what was decided on at the other end of such a relation | |
| Adjudication | what was compared on an article, what is decided, what is left | curation |
| Item | one case with what was decided about it | |
| Sampling | how much of one annotator's work an editor looks at | |
| Verdict | an editor's judgement on one annotation or on its absence | rating |
| Entity | who or what is meant, the same for every name it goes by | |
| Party | who holds an attitude, or meets one: an entity, or the words of an annotation | |
| Stance | what is said of an attitude that no annotation can show: none expressed | |
| Progress | an annotator's own word about an article: begun, finished | state |
| Scheme | the labels, their values, and which relations may join which labels | ontology, config |
| Attribute | a property of annotations with a label: its certainty | feature, field |
| Value | one of the closed values of an attribute or article label | option |
| RelationKind | a relation that the scheme knows, and which labels it may join | link type |
| ArticleLabelKind | a label on whole articles that the scheme knows | |
| FlagReason | why something is put before an editor | |
| Rule | when a flag is raised by itself | trigger |
| Condition | the values an attribute must have for a rule to hold | |
| Guideline | a rule for people, shown where it applies | |
| LabelChoice | one line of the label palette: what one key labels with | |
| Problem | one thing wrong with a scheme file, with its place | |
| SchemeProblems | a scheme file that cannot be used, with everything wrong with it | |
| SchemeRevision | one published, never edited form of a scheme | version |
| Separation | a person's word that two articles are kept apart, however alike they are | |
| Annotator | a person, or the adjudicated layer `gold`, whose work is kept apart | user, coder |
| Choice | one thing a project has settled for itself: its title, who annotates | setting |
| Sheet | one annotator's work on one article, as it stands | document, state |
| Change | one record before and after | diff |
| Draft | the changes an operation wants written, not yet in the journal | command |
| Step | the changes one action made, under one name, in the journal | transaction, commit |
| UserError | a refusal in words that a person can act on | |
"""
