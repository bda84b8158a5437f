package io.banku.batch;

import io.banku.feed.FilePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over what operators gave to a feed: one rename brings a file from where it was put aside into the feed's arrivals, so
 * that it is there once, however often this is begun. One thread.
 */
final class AssignedFiles {
    private static final Logger LOG = LoggerFactory.getLogger(AssignedFiles.class);

    private final Directories directories;
    private final String feed;
    private final FilePattern pattern;
    private final Assignments assignments;
    private final Set<String> done = new HashSet<>();
    /** By the assignment that cannot be carried out now. */
    private final Map<String, Finding> told = new LinkedHashMap<>();

    AssignedFiles(Directories directories, String feed, FilePattern pattern, Assignments assignments) {
        this.directories = directories;
        this.feed = feed;
        this.pattern = pattern;
        this.assignments = assignments;
    }

    /** What cannot be taken now is told once and tried again. */
    void take() {
        for (Assignment assignment : assignments.all()) {
            if (!done.contains(assignment.id())) {
                try {
                    take(assignment);
                    done.add(assignment.id());
                } catch (IOException failed) {
                    tell(assignment, "expected to take it over, found: " + failed);
                }
            }
        }
    }

    private void take(Assignment assignment) throws IOException {
        Path folder = directories.unclaimed(assignment.arrival());
        Path file = folder.resolve(assignment.file());
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            if (pattern.match(assignment.as()).isEmpty()) {
                tell(assignment, "expected a name that the feed claims (" + pattern + "); assign it again");
                return;
            }
            Directories.move(
                    file, directories.arrival(feed, assignment.arrival()).resolve(assignment.as()));
            LOG.info("{}: arrived for feed {} as {}, by {}", assignment.file(), feed, assignment.as(), assignment.by());
        }
        if (Files.isDirectory(folder) && Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            Directories.deleteAll(folder); // its note; perhaps of a run that was cut off
        }
    }

    private void tell(Assignment assignment, String why) {
        Finding finding = new Finding(
                "BNK-5092", assignment.file() + " given to feed " + feed + " as " + assignment.as() + ": " + why);
        if (told.putIfAbsent(assignment.id(), finding) == null) {
            LOG.warn("{}", finding);
        }
    }

    /** What could not be taken, also where something else was said of it since. */
    Collection<Finding> told() {
        return told.values();
    }
}
