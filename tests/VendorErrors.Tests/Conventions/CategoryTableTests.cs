using FluentAssertions;
using Xunit;
using static VendorErrors.Effect;
using static VendorErrors.RetryDisposition;
using C = VendorErrors.ErrorCategory;
using G = VendorErrors.ErrorGroup;
using R = VendorErrors.GoogleRpcCode;

namespace VendorErrors.Tests.Conventions;

/// <summary>The table of categories, written down a second time from the design, because everything hangs on it.</summary>
public class CategoryTableTests
{
    private static readonly (C Category, G Group, R Rpc, int? Http, Effect Effect, RetryDisposition Retry, int? Most)[] s_expected =
    [
        (C.Unrecognized, G.Unknown, R.Unknown, 502, Unknown, AfterDelay, 2),
        (C.InvalidRequest, G.Request, R.InvalidArgument, 400, None, Never, null),
        (C.ValidationFailed, G.Request, R.InvalidArgument, 422, None, Never, null),
        (C.InvalidDestination, G.Request, R.InvalidArgument, 422, None, Never, null),
        (C.PayloadTooLarge, G.Request, R.InvalidArgument, 413, None, Never, null),
        (C.UnsupportedContent, G.Request, R.InvalidArgument, 415, None, Never, null),
        (C.UnsupportedOperation, G.Request, R.Unimplemented, 501, None, Never, null),
        (C.NotFound, G.State, R.NotFound, 404, None, Never, null),
        (C.Gone, G.State, R.FailedPrecondition, 410, None, Never, null),
        (C.AlreadyExists, G.State, R.AlreadyExists, 409, None, Never, null),
        (C.InvalidState, G.State, R.FailedPrecondition, 409, None, Never, null),
        (C.ConcurrencyConflict, G.State, R.Aborted, 409, None, Never, null),
        (C.Unauthenticated, G.Credential, R.Unauthenticated, 401, None, Never, null),
        (C.CredentialExpired, G.Credential, R.Unauthenticated, 401, None, AfterCredentialRefresh, 1),
        (C.PermissionDenied, G.Access, R.PermissionDenied, 403, None, Never, null),
        (C.SourceBlocked, G.Access, R.PermissionDenied, 403, None, Never, null),
        (C.SenderNotAllowed, G.Access, R.PermissionDenied, 403, None, Never, null),
        (C.DestinationBlocked, G.Access, R.FailedPrecondition, 403, None, Never, null),
        (C.FeatureNotEnabled, G.Access, R.FailedPrecondition, 403, None, Never, null),
        (C.AccountDisabled, G.Access, R.FailedPrecondition, 403, None, Never, null),
        (C.PaymentRequired, G.Access, R.FailedPrecondition, 402, None, Never, null),
        (C.RateLimited, G.Limit, R.ResourceExhausted, 429, None, AfterDelay, null),
        (C.ConcurrencyLimited, G.Limit, R.ResourceExhausted, 429, None, AfterDelay, null),
        (C.QuotaExhausted, G.Limit, R.ResourceExhausted, 429, None, Never, null),
        (C.LimitReached, G.Limit, R.ResourceExhausted, 409, None, Never, null),
        (C.VendorInternal, G.Vendor, R.Internal, 502, Unknown, AfterDelay, null),
        (C.VendorUnavailable, G.Vendor, R.Unavailable, 503, Unknown, AfterDelay, null),
        (C.VendorTimeout, G.Vendor, R.DeadlineExceeded, 504, Unknown, AfterDelay, null),
        (C.UpstreamFailure, G.Vendor, R.Unavailable, 502, Unknown, AfterDelay, null),
        (C.VendorUnspecified, G.Vendor, R.Unknown, 502, Unknown, AfterDelay, 2),
        (C.TransportFailure, G.Transport, R.Unavailable, null, Unknown, AfterDelay, null),
        (C.ClientTimeout, G.Transport, R.DeadlineExceeded, 504, Unknown, AfterDelay, null),
        (C.Cancelled, G.Transport, R.Cancelled, 499, Unknown, Never, null),
        (C.ProtocolViolation, G.Protocol, R.Unknown, 502, Unknown, AfterDelay, 2),
    ];

    [Fact]
    public void All_Rows_AreOnePerCategoryInOrder() =>
        CategoryTable.All.Select(facts => facts.Category).Should().Equal(Enum.GetValues<C>().Order());

    [Fact]
    public void All_Rows_MatchTheDesign() =>
        CategoryTable.All
            .Select(facts => (facts.Category, facts.Group, facts.RpcCode, facts.HttpStatus, facts.Effect, facts.Retry, facts.MaxRetryAttempts))
            .Should().Equal(s_expected);

    [Fact]
    public void Extensions_OfEveryCategory_ReadTheTable()
    {
        foreach ((C category, G group, R rpc, int? http, Effect effect, RetryDisposition retry, _) in s_expected)
        {
            category.ToGroup().Should().Be(group);
            category.ToGoogleRpcCode().Should().Be(rpc);
            category.ToHttpStatus().Should().Be(http);
            category.ToDefaultEffect().Should().Be(effect);
            category.ToRetryDisposition().Should().Be(retry);
        }
    }

    [Fact]
    public void Advice_OfEveryCategory_IsASentence() =>
        CategoryTable.All.Should().OnlyContain(facts => facts.Advice.Text.EndsWith('.') && facts.Advice.Text.Length < 100);

    [Theory]
    [InlineData(-1)]
    [InlineData(99)]
    [InlineData(int.MaxValue)]
    public void Of_ValueOutsideTheEnum_IsUnrecognized(int value) => CategoryTable.Of((C)value).Category.Should().Be(C.Unrecognized);

    [Fact]
    public void Of_ValueBehindTheLast_IsUnrecognized() => CategoryTable.Of(Enum.GetValues<C>().Max() + 1).Category.Should().Be(C.Unrecognized);
}
