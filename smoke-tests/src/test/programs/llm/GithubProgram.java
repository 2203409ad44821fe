import java.util.Scanner;
import org.kohsuke.github.GHFileNotFoundException;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHPullRequest;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;

/** Works on a repository through the GitHub API for Java. Argument: the base URL. */
public final class GithubProgram {
    private static final Scanner STDIN = new Scanner(System.in);

    public static void main(String[] args) throws Exception {
        GitHub github =
                new GitHubBuilder().withEndpoint(args[0]).withOAuthToken("token").build();
        GHRepository repository = github.getRepository("octo/hello");
        GHIssue issue = repository.createIssue("title").body("text").create();
        issue.comment("a comment");
        issue.close();
        GHPullRequest pull = repository.createPullRequest("title", "topic", "main", "text");
        pull.merge("merged");
        repository
                .createContent()
                .content("x")
                .path("a.txt")
                .message("m")
                .branch("main")
                .commit();
        System.out.println("answers from here on");
        STDIN.nextLine();
        try {
            github.getRepository("octo/none");
        } catch (GHFileNotFoundException expected) {
            System.out.println(expected);
        }
        System.out.println("done");
        STDIN.nextLine();
    }
}
