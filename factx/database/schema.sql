-- What factx keeps in SQLite. Places are `start` and `end` in documents.text, in code points, half open.
-- `id` is that of the record, unique in its document; `key` is that of the database. Flags, readings, reasons and chains
-- are arrays in JSON.

CREATE TABLE documents (
    id TEXT PRIMARY KEY NOT NULL,
    path TEXT,
    url TEXT,
    site TEXT,            -- the host of url
    title TEXT,
    author TEXT,          -- who wrote it, as its metadata says
    published TEXT,       -- a day, or a day and time, in ISO 8601
    published_by TEXT,
    text TEXT,
    factx_schema TEXT NOT NULL,
    pipeline TEXT NOT NULL,
    pipeline_version TEXT NOT NULL,
    pipeline_sha256 TEXT NOT NULL,
    record TEXT NOT NULL  -- all that factx says, as JSON, without the text
);

CREATE TABLE entities (
    key INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    text TEXT NOT NULL,
    label TEXT NOT NULL,
    cluster TEXT,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    UNIQUE (document_id, id)
);

CREATE TABLE sources (
    key INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    named INTEGER NOT NULL, -- whether it has a name, by which it can be known in another document
    role TEXT,
    affiliation TEXT,
    entity_key INTEGER REFERENCES entities (key) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    author_key INTEGER REFERENCES sources (key) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (document_id, id)
);
CREATE INDEX sources_name ON sources (name);
CREATE INDEX sources_entity ON sources (entity_key);
CREATE INDEX sources_author ON sources (author_key);

CREATE TABLE mentions (
    key INTEGER PRIMARY KEY,
    source_key INTEGER NOT NULL REFERENCES sources (key) ON DELETE CASCADE,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL
);
CREATE INDEX mentions_source ON mentions (source_key);

CREATE TABLE quantities (
    key INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    text TEXT NOT NULL,
    value REAL,
    low REAL,
    high REAL,
    comparator TEXT NOT NULL,
    approximate INTEGER NOT NULL,
    change TEXT,
    change_role TEXT,
    unit TEXT,
    unit_text TEXT,
    dimension TEXT,
    per TEXT,
    counted TEXT,
    amount TEXT NOT NULL, -- in a few characters, such as "< 600 citizens"
    part_of TEXT,         -- the id of the whole
    flags TEXT NOT NULL,
    readings TEXT NOT NULL,
    reasons TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    UNIQUE (document_id, id)
);
CREATE INDEX quantities_unit ON quantities (unit, value);

CREATE TABLE dates (
    key INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    text TEXT NOT NULL,
    type TEXT NOT NULL,
    value TEXT NOT NULL,  -- of TIMEX3
    mod TEXT,
    first TEXT,
    last TEXT,
    grain TEXT,
    anchor TEXT NOT NULL,
    rule TEXT,
    flags TEXT NOT NULL,
    until TEXT,           -- the id of the date that ends a range begun here
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    UNIQUE (document_id, id)
);
CREATE INDEX dates_first ON dates (first, last);

CREATE TABLE claims (
    key INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    quote TEXT,
    source TEXT,          -- the words of the article here
    source_key INTEGER REFERENCES sources (key) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    speaker_key INTEGER REFERENCES sources (key) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, -- or its author
    cue TEXT,
    cue_lemma TEXT,
    content TEXT NOT NULL,
    proposition TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    day_by TEXT,          -- whether these are the days of the saying or of the publication
    date_key INTEGER REFERENCES dates (key) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    addressee TEXT,
    channel TEXT,
    subject TEXT,
    predicate TEXT,
    object TEXT,
    polarity TEXT NOT NULL,
    modality TEXT NOT NULL,
    confidence REAL NOT NULL,
    second_hand INTEGER NOT NULL,
    chain TEXT NOT NULL,  -- the names of whom it passed through, from the one who knows to the one who reports
    via TEXT NOT NULL,    -- of those from whom the speaker has it
    relay TEXT NOT NULL,  -- of those who passed it on
    parent_key INTEGER REFERENCES claims (key) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (document_id, id)
);
CREATE INDEX claims_source ON claims (source_key);
CREATE INDEX claims_speaker ON claims (speaker_key);
CREATE INDEX claims_date ON claims (date_key);
CREATE INDEX claims_parent ON claims (parent_key);
CREATE INDEX claims_day ON claims (first_day, last_day);

CREATE TABLE claim_spans (
    claim_key INTEGER NOT NULL REFERENCES claims (key) ON DELETE CASCADE,
    part TEXT NOT NULL CHECK (part IN ('content', 'source', 'cue')),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (claim_key, part, position)
) WITHOUT ROWID;

CREATE TABLE claim_sources (
    claim_key INTEGER NOT NULL REFERENCES claims (key) ON DELETE CASCADE,
    part TEXT NOT NULL CHECK (part IN ('source', 'author', 'via', 'relay')),
    position INTEGER NOT NULL,
    source_key INTEGER NOT NULL REFERENCES sources (key) ON DELETE CASCADE,
    PRIMARY KEY (claim_key, part, position)
) WITHOUT ROWID;
CREATE INDEX claim_sources_source ON claim_sources (source_key);

CREATE TABLE claim_entities (
    claim_key INTEGER NOT NULL REFERENCES claims (key) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    entity_key INTEGER NOT NULL REFERENCES entities (key) ON DELETE CASCADE,
    PRIMARY KEY (claim_key, position)
) WITHOUT ROWID;
CREATE INDEX claim_entities_entity ON claim_entities (entity_key);

CREATE TABLE claim_quantities (
    claim_key INTEGER NOT NULL REFERENCES claims (key) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    quantity_key INTEGER NOT NULL REFERENCES quantities (key) ON DELETE CASCADE,
    PRIMARY KEY (claim_key, position)
) WITHOUT ROWID;
CREATE INDEX claim_quantities_quantity ON claim_quantities (quantity_key);

CREATE TABLE claim_dates (
    claim_key INTEGER NOT NULL REFERENCES claims (key) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    date_key INTEGER NOT NULL REFERENCES dates (key) ON DELETE CASCADE,
    PRIMARY KEY (claim_key, position)
) WITHOUT ROWID;
CREATE INDEX claim_dates_date ON claim_dates (date_key);

CREATE TABLE warnings (
    key INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    start INTEGER,
    "end" INTEGER
);
CREATE INDEX warnings_document ON warnings (document_id);

-- Words as they are searched: without case and accents, those of claims by their stem.
CREATE VIRTUAL TABLE claims_fts USING fts5 (
    content, source, content="claims", content_rowid='key', tokenize="porter unicode61 remove_diacritics 2"
);
CREATE TRIGGER claims_added AFTER INSERT ON claims BEGIN
    INSERT INTO claims_fts (rowid, content, source) VALUES (new.key, new.content, new.source);
END;
CREATE TRIGGER claims_dropped AFTER DELETE ON claims BEGIN
    INSERT INTO claims_fts (claims_fts, rowid, content, source)
    VALUES ('delete', old.key, old.content, old.source);
END;
CREATE TRIGGER claims_changed AFTER UPDATE OF content, source ON claims BEGIN
    INSERT INTO claims_fts (claims_fts, rowid, content, source)
    VALUES ('delete', old.key, old.content, old.source);
    INSERT INTO claims_fts (rowid, content, source) VALUES (new.key, new.content, new.source);
END;

CREATE VIRTUAL TABLE sources_fts USING fts5 (
    name, role, affiliation, content="sources", content_rowid='key', tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER sources_added AFTER INSERT ON sources BEGIN
    INSERT INTO sources_fts (rowid, name, role, affiliation) VALUES (new.key, new.name, new.role, new.affiliation);
END;
CREATE TRIGGER sources_dropped AFTER DELETE ON sources BEGIN
    INSERT INTO sources_fts (sources_fts, rowid, name, role, affiliation)
    VALUES ('delete', old.key, old.name, old.role, old.affiliation);
END;
CREATE TRIGGER sources_changed AFTER UPDATE OF name, role, affiliation ON sources BEGIN
    INSERT INTO sources_fts (sources_fts, rowid, name, role, affiliation)
    VALUES ('delete', old.key, old.name, old.role, old.affiliation);
    INSERT INTO sources_fts (rowid, name, role, affiliation) VALUES (new.key, new.name, new.role, new.affiliation);
END;

-- A row for each claim, with the columns of factx's other tables.
CREATE VIEW claims_flat AS
SELECT
    documents.id AS document_id,
    documents.path,
    documents.url,
    documents.site,
    documents.title,
    documents.author,
    documents.published,
    claims.id AS claim_id,
    claims.kind,
    claims.quote,
    coalesce(speakers.name, claims.source) AS speaker,
    speakers.kind AS speaker_kind,
    speakers.role,
    speakers.affiliation,
    CASE WHEN claims.speaker_key <> claims.source_key THEN sources.name END AS written_in,
    claims.source,
    claims.chain,
    claims.second_hand,
    claims.via,
    claims.relay,
    claims.cue,
    claims.cue_lemma,
    claims.addressee,
    claims.channel,
    said.text AS said,
    claims.first_day,
    claims.last_day,
    claims.day_by,
    claims.content,
    claims.proposition,
    (SELECT min(start) FROM claim_spans WHERE claim_key = claims.key AND part = 'content') AS content_start,
    (SELECT max("end") FROM claim_spans WHERE claim_key = claims.key AND part = 'content') AS content_end,
    claims.subject,
    claims.predicate,
    claims.object,
    claims.polarity,
    claims.modality,
    parents.id AS parent,
    claims.confidence,
    (
        SELECT json_group_array(text) FROM (
            SELECT text FROM claim_quantities JOIN quantities ON quantities.key = quantity_key
            WHERE claim_key = claims.key ORDER BY position
        )
    ) AS quantities,
    (
        SELECT json_group_array(amount) FROM (
            SELECT amount FROM claim_quantities JOIN quantities ON quantities.key = quantity_key
            WHERE claim_key = claims.key ORDER BY position
        )
    ) AS amounts,
    (
        SELECT json_group_array(text) FROM (
            SELECT text FROM claim_dates JOIN dates ON dates.key = claim_dates.date_key
            WHERE claim_key = claims.key ORDER BY position
        )
    ) AS dates,
    (
        SELECT json_group_array(value) FROM (
            SELECT value FROM claim_dates JOIN dates ON dates.key = claim_dates.date_key
            WHERE claim_key = claims.key ORDER BY position
        )
    ) AS date_values,
    (
        SELECT json_group_array(text) FROM (
            SELECT text FROM claim_entities JOIN entities ON entities.key = claim_entities.entity_key
            WHERE claim_key = claims.key ORDER BY position
        )
    ) AS entities,
    claims.key AS claim_key
FROM claims
JOIN documents ON documents.id = claims.document_id
LEFT JOIN sources ON sources.key = claims.source_key
LEFT JOIN sources AS speakers ON speakers.key = claims.speaker_key
LEFT JOIN dates AS said ON said.key = claims.date_key
LEFT JOIN claims AS parents ON parents.key = claims.parent_key;
