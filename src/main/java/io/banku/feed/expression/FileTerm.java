package io.banku.feed.expression;

import java.time.format.DateTimeFormatter;

/** What the file's name tells. */
enum FileTerm implements Expression {
    NAME(ValueType.TEXT) {
        @Override
        public Object value(Scope scope) {
            return scope.fileName();
        }
    },
    /** As text {@code yyyyMMdd}, so that it can be joined with a time of day. */
    DATE(ValueType.DATE) {
        @Override
        public Object value(Scope scope) {
            return scope.fileDate();
        }

        @Override
        public String text(Scope scope) {
            return scope.fileDate().format(DateTimeFormatter.BASIC_ISO_DATE);
        }
    },
    SEQUENCE(ValueType.TEXT) {
        @Override
        public Object value(Scope scope) {
            return Long.toString(scope.fileSequence());
        }
    };

    private final ValueType type;

    FileTerm(ValueType type) {
        this.type = type;
    }

    @Override
    public ValueType type() {
        return type;
    }
}
