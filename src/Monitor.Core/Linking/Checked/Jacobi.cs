namespace Monitor.Core.Linking.Checked;

/// <summary>Eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan 2013, 8.5).</summary>
internal static class Jacobi
{
    private const int Sweeps = 12;

    /// <summary>Solves; vectors stand in columns.</summary>
    public static (double[] Values, double[,] Vectors) Solve(double[,] matrix, int size)
    {
        var a = new double[size, size];
        var v = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            v[i, i] = 1;
            for (var j = 0; j < size; j++)
            {
                a[i, j] = (matrix[i, j] + matrix[j, i]) / 2;
            }
        }

        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var off = 0.0;
            for (var p = 0; p < size; p++)
            {
                for (var q = p + 1; q < size; q++)
                {
                    off += Math.Abs(a[p, q]);
                    Rotate(a, v, p, q, size);
                }
            }

            if (off < 1e-6)
            {
                break;
            }
        }

        var values = new double[size];
        for (var i = 0; i < size; i++)
        {
            values[i] = a[i, i];
        }

        return (values, v);
    }

    private static void Rotate(double[,] a, double[,] v, int p, int q, int size)
    {
        if (Math.Abs(a[p, q]) < 1e-12)
        {
            return;
        }

        var theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        var t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var c = 1 / Math.Sqrt((t * t) + 1);
        var s = t * c;
        for (var k = 0; k < size; k++)
        {
            (a[k, p], a[k, q]) = ((c * a[k, p]) - (s * a[k, q]), (s * a[k, p]) + (c * a[k, q]));
        }

        for (var k = 0; k < size; k++)
        {
            (a[p, k], a[q, k]) = ((c * a[p, k]) - (s * a[q, k]), (s * a[p, k]) + (c * a[q, k]));
            (v[k, p], v[k, q]) = ((c * v[k, p]) - (s * v[k, q]), (s * v[k, p]) + (c * v[k, q]));
        }
    }
}
