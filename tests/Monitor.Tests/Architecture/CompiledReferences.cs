using System.Reflection;
using System.Reflection.Emit;

namespace Monitor.Tests.Architecture;

/// <summary>Reads from compiled code which members each type uses: signatures, and every token of every method body.</summary>
internal static class CompiledReferences
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value);

    /// <summary>Types and members that a type uses, without those of its own.</summary>
    public static IEnumerable<MemberInfo> Of(Type type)
    {
        IEnumerable<MemberInfo?> used = [type.BaseType, .. type.GetInterfaces(), .. type.GetCustomAttributesData().Select(a => a.AttributeType)];
        used = used.Concat(type.GetFields(All).Select(f => f.FieldType)).Concat(type.GetProperties(All).Select(p => p.PropertyType));
        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            used = used.Concat(method.GetParameters().Select(p => p.ParameterType));
            used = used.Append((method as MethodInfo)?.ReturnType).Concat(InBody(method));
        }

        return used.OfType<MemberInfo>().SelectMany(Unfold);
    }

    /// <summary>The room of a member: its namespace below the given root, first segment only.</summary>
    public static Type? Owner(MemberInfo member) => member as Type ?? member.DeclaringType;

    private static IEnumerable<MemberInfo> Unfold(MemberInfo member)
    {
        yield return member;
        if (member is not Type type)
        {
            yield break;
        }

        if (type.HasElementType)
        {
            foreach (var inner in Unfold(type.GetElementType()!))
            {
                yield return inner;
            }
        }

        foreach (var inner in type.IsGenericType ? type.GetGenericArguments().SelectMany(Unfold) : [])
        {
            yield return inner;
        }
    }

    private static IEnumerable<MemberInfo> InBody(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
        {
            yield break;
        }

        foreach (var local in body.LocalVariables)
        {
            yield return local.LocalType;
        }

        var typeArguments = method.DeclaringType is { IsGenericType: true } d ? d.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        foreach (var token in Tokens(body.GetILAsByteArray() ?? []))
        {
            yield return method.Module.ResolveMember(token, typeArguments, methodArguments)!;
        }
    }

    /// <summary>Metadata tokens of an instruction stream (ECMA-335, III.1.9).</summary>
    private static IEnumerable<int> Tokens(byte[] il)
    {
        for (var at = 0; at < il.Length;)
        {
            var value = il[at] == 0xFE ? (short)(0xFE00 | il[at + 1]) : il[at];
            at += il[at] == 0xFE ? 2 : 1;
            var operand = OpCodesByValue[value].OperandType;
            if (operand is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                yield return BitConverter.ToInt32(il, at);
            }

            at += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }
}
